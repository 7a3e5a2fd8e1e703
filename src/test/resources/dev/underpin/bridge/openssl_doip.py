"""Judges the edge over TLS with OpenSSL: arguments TCP port, TLS port, folder of the tester's keys. Prints one fact on each line."""
import socket
import ssl
import struct
import sys

HOST, PLAIN, SECURE, KEYS = "127.0.0.1", int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]


def message(kind, payload):
    return struct.pack("!BBHI", 3, 0xFC, kind, len(payload)) + payload


def read(link, count):
    data = b""
    while len(data) < count:
        more = link.recv(count - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def hear(link):
    _, _, kind, length = struct.unpack("!BBHI", read(link, 8))
    return kind, read(link, length)


def activate(link):
    link.settimeout(10)
    link.sendall(message(0x0005, struct.pack("!HB4x", 0x0E80, 0)))
    return "%02x" % hear(link)[1][4]


with socket.create_connection((HOST, PLAIN)) as plain:
    print("plain", activate(plain))

context = ssl.create_default_context(cafile=KEYS + "/authority.pem")
with socket.create_connection((HOST, SECURE)) as raw, context.wrap_socket(raw, server_hostname=HOST) as nameless:
    print("without certificate", activate(nameless))

context.load_cert_chain(KEYS + "/tester.pem")
with socket.create_connection((HOST, SECURE)) as raw, context.wrap_socket(raw, server_hostname=HOST) as link:
    print("with certificate", activate(link), link.version())
    link.sendall(message(0x8001, struct.pack("!HHBH", 0x0E80, 0x1011, 0x22, 0xF190)))
    print("ack %04x" % hear(link)[0])
    print("vin", hear(link)[1][7:].decode("ascii"))
