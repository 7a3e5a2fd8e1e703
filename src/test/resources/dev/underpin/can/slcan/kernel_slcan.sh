#!/bin/sh
# In the virtual machine: the kernel's slcan driver at two adapters of one bus. The first is opened by slcand (-s6 -o), the second by the
# driver itself, with the bit rate that ip gives it. Arguments: both serial ports, the folder for what candump sees.
set -u
slcand -F -c -o -s6 "$1" slcan0 &
first=$!
slcand -F -c "$2" slcan1 &
second=$!

# At most 20 s.
patiently() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ $tries -lt 200 ] || return 1
    sleep 0.1
  done
}
up() {
  ip link set "$@" 2>/dev/null
}
seen() {
  [ "$(wc -l <"$1")" -ge "$2" ]
}

patiently up slcan0 up
patiently up slcan1 type can bitrate 500000
patiently up slcan1 up
ip -details link show slcan1
logs=$(mktemp -d)
for interface in slcan0 slcan1; do
  candump -L $interface >"$logs/$interface.log" &
  dumps="${dumps:-} $!"
done
# Until candump listens.
patiently sh -c "cansend slcan1 7FF#; sleep 0.1; [ -s $logs/slcan0.log ] && [ -s $logs/slcan1.log ]"
before=$(wc -l <"$logs/slcan0.log")
for frame in 123#1122334455667788 7FE# 000#00 1FFFFFFF#DEADBEEF 123#R 00000001#R3 5A1#0011223344; do
  cansend slcan0 $frame
done
cangen slcan0 -g 10 -I i -L 8 -D i -n 50
cansend slcan1 321#AABB
patiently seen "$logs/slcan0.log" $((before + 58))
patiently seen "$logs/slcan1.log" $((before + 58))
isotprecv -s 7E8 -d 7E0 slcan1 >"$3/slcan.isotp" &
receiver=$!
sleep 0.3
seq -s ' ' 10 99 | isotpsend -s 7E0 -d 7E8 slcan0
patiently [ -s "$3/slcan.isotp" ]
kill $receiver $dumps 2>/dev/null
ip -s link show slcan1
kill $first $second
cp "$logs"/slcan0.log "$logs"/slcan1.log "$3"
