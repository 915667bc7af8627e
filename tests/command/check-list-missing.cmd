"$PROG" check @tests/no-such-list tests/case.yaml
