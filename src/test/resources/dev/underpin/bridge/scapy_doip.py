"""Judges the DoIP edge with scapy: argument port. Prints what it read, one fact on each line."""
import socket
import sys

from scapy.config import conf

conf.verb = 0

from scapy.contrib.automotive.doip import DoIP, DoIPSocket, UDS_DoIPSocket  # noqa: E402
from scapy.contrib.automotive.uds import UDS, UDS_RDBI  # noqa: E402

HOST, PORT = "127.0.0.1", int(sys.argv[1])
socket.setdefaulttimeout(10)


def udp(request):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as own:
        own.settimeout(5)
        own.sendto(bytes(request), (HOST, PORT))
        return DoIP(own.recv(4096))


def diagnostic(link, target, request):
    return DoIP(payload_type=0x8001, source_address=link.source_address, target_address=target) / request


def exactly(stream, count):
    octets = b""
    while len(octets) < count:
        more = stream.recv(count - len(octets))
        if not more:
            sys.exit("the connection was closed")
        octets += more
    return octets


def message(stream):
    """One message: scapy's own reading loses the second of two that come together."""
    header = exactly(stream, 8)
    return DoIP(header + exactly(stream, int.from_bytes(header[4:], "big")))


def answers(link, request, count):
    link.send(request)
    return [message(link.ins) for _ in range(count)]


found = udp(DoIP(protocol_version=0xFF, inverse_version=0x00, payload_type=1))
print("identification %s %04x" % (found.vin.decode("ascii"), found.logical_address))
status = udp(DoIP(payload_type=0x4001))
print("status node type %d, %d sockets" % (status.node_type, status.max_open_sockets))
print("power mode %d" % udp(DoIP(payload_type=0x4003)).diagnostic_power_mode)

link = DoIPSocket(HOST, PORT, source_address=0x0E80)
print("activated for %04x" % link.target_address)
for target in (0x1001, 0x1011, 0x1012):
    ack, answer = answers(link, diagnostic(link, target, UDS() / UDS_RDBI(identifiers=[0xF190])), 2)
    print("%04x ack %02x vin %s" % (target, ack.ack_code, bytes(answer.payload)[3:].decode("ascii")))
(nack,) = answers(link, diagnostic(link, 0x1234, UDS() / UDS_RDBI(identifiers=[0xF190])), 1)
print("1234 nack %02x" % nack.nack_code)

with DoIPSocket(HOST, PORT, activate_routing=False) as stranger:
    denied = stranger.sr1(DoIP(payload_type=5, source_address=0x0D00), timeout=5)
    print("stranger denied %02x" % denied.routing_activation_response)

second = UDS_DoIPSocket(HOST, PORT, source_address=0x0E81, target_address=0x1010)
_, answer = answers(second, UDS() / UDS_RDBI(identifiers=[0xF190]), 2)
print("second tester vin %s" % bytes(answer.payload)[3:].decode("ascii"))
second.close()
link.close()
