#!/bin/sh
# In the virtual machine: has the talks and records what passes on vcan0. Arguments: folder for the results, java, class path,
# kernel_isotp.py, kernel_slcan.sh.
set -u
log=$(mktemp)
candump -r 8388608 -d -L vcan0 >"$log" 2>"$1/candump.errors" &
recorder=$!
"$2" --enable-native-access=ALL-UNNAMED -cp "$3" dev.underpin.isotp.kernel.KernelTalks "$1/rows.csv" "$4" "$5"
code=$?
until cansend vcan0 7FF# && grep -q ' 7FF#$' "$log"; do
  sleep 0.2
done
kill $recorder
cp "$log" "$1/vcan0.log"
exit $code
