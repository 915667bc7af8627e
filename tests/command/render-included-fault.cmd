echo '{% include "parts/outer.md" %}' | "$PROG" render - --root tests
