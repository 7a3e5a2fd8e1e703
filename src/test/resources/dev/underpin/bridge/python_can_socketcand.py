"""Judges the socketcand bridge with python-can: arguments port, bus, request id, response id. Prints the VIN it read.

Debian's python-can 4.1 marks 11-bit identifiers as 29-bit, expects each answer of the handshake in a packet of its own and loses a
character between two reads; the socket below hands it one message at a time, and identifiers alone are compared.
"""
import socket
import sys

import can
from can.interfaces.socketcand import socketcand

port, bus_name, request, response = int(sys.argv[1]), sys.argv[2], int(sys.argv[3], 16), int(sys.argv[4], 16)


class OneMessageAtATime(socket.socket):
    def recv(self, size, flags=0):
        end = -1
        while end < 0:
            seen = super().recv(4096, socket.MSG_PEEK)
            if not seen:
                return seen
            end = seen.find(b">")
        return super().recv(end + 1)


socketcand.socket.socket = OneMessageAtATime


def awaited(bus, kind):
    while True:
        message = bus.recv(timeout=5)
        if message is None:
            sys.exit("no frame of kind %X within 5 s" % kind)
        if message.arbitration_id == response and message.data[0] >> 4 == kind:
            return message


with can.Bus(interface="socketcand", host="127.0.0.1", port=port, channel=bus_name) as bus:

    def send(*data):
        padded = bytes(data) + bytes([0xCC] * (8 - len(data)))
        bus.send(can.Message(arbitration_id=request, is_extended_id=False, data=padded))

    send(0x03, 0x22, 0xF1, 0x90)
    first = awaited(bus, 1)
    length = (first.data[0] & 0x0F) << 8 | first.data[1]
    send(0x30, 0x00, 0x00)
    message = bytes(first.data[2:])
    expected = 1
    while len(message) < length:
        frame = awaited(bus, 2)
        if frame.data[0] & 0x0F != expected % 16:
            sys.exit("consecutive frame %d came as %d" % (expected, frame.data[0] & 0x0F))
        message += bytes(frame.data[1:])
        expected += 1
    print("vin", message[3:length].decode("ascii"))
