#!/bin/busybox sh
# The first program of the virtual machine. Its root is this machine's, read-only, under a layer in memory; two folders are shared with
# this machine for writing: "exchange" (the command to run, what became of it) and, where one was asked for, "results".
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
while read -r module; do
  insmod "/modules/$module" || echo "module $module cannot be loaded"
done </order

shared=trans=virtio,version=9p2000.L,msize=524288
mount -t 9p -o $shared,ro,cache=loose host /host
mount -t tmpfs ram /ram
mkdir /ram/changed /ram/work
mount -t overlay -o lowerdir=/host,upperdir=/ram/changed,workdir=/ram/work root /new
mount -t proc proc /new/proc
mount -t sysfs sys /new/sys
mount -t devtmpfs dev /new/dev
mkdir -p /new/dev/pts /new/dev/shm /new/.underpin
mount -t devpts -o ptmxmode=666 devpts /new/dev/pts
mount -t tmpfs shm /new/dev/shm
mount -t 9p -o $shared exchange /new/.underpin
if [ -s /new/.underpin/results ]; then
  results=$(cat /new/.underpin/results)
  mkdir -p "/new$results"
  mount -t 9p -o $shared results "/new$results"
fi

# Receive buffers for the bursts that a virtual CAN interface delivers at once.
echo 8388608 >/proc/sys/net/core/rmem_max
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
/bin/chroot /new /bin/sh <<'END'
ip link set lo up
for interface in vcan0 vcan1; do
  ip link add dev $interface type vcan
  ip link set $interface mtu 72
  ip link set $interface up
done
for interface in can0 can1; do
  ip link set $interface txqueuelen 1000 up type can bitrate 500000
done
END

# Three serial lines: the kernel's console, the command's output, its errors.
/bin/stty -F /new/dev/ttyS1 raw
/bin/stty -F /new/dev/ttyS2 raw
/bin/chroot /new /bin/sh /.underpin/command.sh </dev/null >/new/dev/ttyS1 2>/new/dev/ttyS2
echo $? >/new/.underpin/code
/bin/sync
/bin/poweroff -f
