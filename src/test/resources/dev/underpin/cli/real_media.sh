#!/bin/sh
# In the virtual machine: candump listens on vcan0 while the program has its runs. Arguments: folder for the results, java, class path,
# main class.
set -u
log=$(mktemp)
candump -r 8388608 -L vcan0 >"$log" 2>"$1/candump.errors" &
recorder=$!
"$2" --enable-native-access=ALL-UNNAMED -Dmsgpack.universal-buffer=true -cp "$3" "$4" "$1" >"$1/told" 2>&1
code=$?
kill $recorder
cp "$log" "$1/vcan0.log"
exit $code
