"""The Linux kernel's own ISO-TP (CAN_ISOTP) at the other end: argument interface; commands on standard input, what happens on output.

open NAME tx=HEX rx=HEX [key=HEX ...]   keys: flags txpad rxpad ext rxext (struct can_isotp_options), bs stmin wftmax, mtu dl llflags
send NAME HEX                           -> failed NAME ERRNO, or nothing
(received)                              -> got NAME HEX, or failed NAME ERRNO
"""
import os
import selectors
import socket
import struct
import sys

SOL_CAN_ISOTP, OPTS, RECV_FC, LL_OPTS = 106, 1, 2, 5
LONGEST = 65536

sockets = {}
waiting = selectors.DefaultSelector()


def tell(*words):
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def connect(name, words):
    option = {key: int(value, 16) for key, value in (word.split("=") for word in words)}
    end = socket.socket(socket.AF_CAN, socket.SOCK_DGRAM, socket.CAN_ISOTP)
    end.setblocking(False)
    end.setsockopt(SOL_CAN_ISOTP, OPTS, struct.pack(
        "=IIBBBB", option.get("flags", 0), 0, option.get("ext", 0), option.get("txpad", 0),
        option.get("rxpad", 0), option.get("rxext", 0)))
    end.setsockopt(SOL_CAN_ISOTP, RECV_FC, struct.pack(
        "=BBB", option.get("bs", 0), option.get("stmin", 0), option.get("wftmax", 0)))
    end.setsockopt(SOL_CAN_ISOTP, LL_OPTS, struct.pack(
        "=BBB", option.get("mtu", 16), option.get("dl", 8), option.get("llflags", 0)))
    end.bind((sys.argv[1], option["rx"], option["tx"]))
    sockets[name] = end
    waiting.register(end, selectors.EVENT_READ, name)
    tell("opened", name)


def attempt(name, action):
    try:
        return action()
    except OSError as refused:
        tell("failed", name, str(refused.errno))


def obey(line):
    word, name, *rest = line.split()
    if word == "open":
        attempt(name, lambda: connect(name, rest))
    else:
        attempt(name, lambda: sockets[name].send(bytes.fromhex(rest[0])))


waiting.register(sys.stdin.fileno(), selectors.EVENT_READ, None)
pending = b""
while True:
    for key, _ in waiting.select():
        if key.data is not None:
            message = attempt(key.data, lambda: key.fileobj.recv(LONGEST))
            if message:
                tell("got", key.data, message.hex())
            continue
        chunk = os.read(key.fd, 1 << 20)
        if not chunk:
            sys.exit(0)
        *lines, pending = (pending + chunk).split(b"\n")
        for line in lines:
            obey(line.decode("ascii"))
