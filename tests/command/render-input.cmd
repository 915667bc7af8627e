echo '{{ 6 * 7 }}{% if subject is undefined %} and no facts{% endif %}' | "$PROG" render -
