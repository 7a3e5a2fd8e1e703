"""Judges how the bridges show error frames with python-can. Arguments: way (udp or socketcand), port, bus.

Prints the first error frame (udp), or how many frames were read among error frames (socketcand: Debian's python-can 4.1 knows no error
frames there, later ones read the class alone).
"""
import logging
import socket
import sys

import can
from can.interfaces.socketcand import socketcand

way, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
FRAMES = 20
logging.disable(logging.CRITICAL)


class OneMessageAtATime(socket.socket):
    def recv(self, size, flags=0):
        end = -1
        while end < 0:
            seen = super().recv(4096, socket.MSG_PEEK)
            if not seen:
                return seen
            end = seen.find(b">")
        return super().recv(end + 1)


if way == "udp":
    with can.Bus(interface="udp_multicast", channel="239.74.163.2", port=port) as bus:
        message = bus.recv(timeout=10)
        while message is not None and not message.is_error_frame:
            message = bus.recv(timeout=10)
        if message is None:
            sys.exit("no error frame within 10 s")
        print("error %X %s" % (message.arbitration_id, message.data.hex()))
else:
    socketcand.socket.socket = OneMessageAtATime
    with can.Bus(interface="socketcand", host="127.0.0.1", port=port, channel=name) as bus:
        frames = 0
        for _ in range(50 * FRAMES):
            message = bus.recv(timeout=10)
            frames += message is not None and not message.is_error_frame
            if frames == FRAMES:
                break
        print("frames", frames)
