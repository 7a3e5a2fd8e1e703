"""Reads a DBC file (UTF-8) with canmatrix.

dump FILE     : prints what it says as JSON; with lines "MESSAGE HEX" in FILE.payloads also what these data mean
convert A B   : writes what was read from A to B
j1939         : prints the path of the DBC file of J1939 that canmatrix brings
"""
import contextlib
import io
import json
import math
import os
import sys

import canmatrix.formats


INDEPENDENT = "VECTOR__INDEPENDENT_SIG_MSG"


def load(path):
    complaints = io.StringIO()
    with contextlib.redirect_stdout(complaints):
        matrix = canmatrix.formats.loadp_flat(path, dbcImportEncoding="utf-8", dbcImportCommentEncoding="utf-8")
    if complaints.getvalue():
        sys.exit(complaints.getvalue())
    return matrix


def number(value):
    value = float(value)
    return str(value) if math.isnan(value) or math.isinf(value) else value


def attributes(of):
    return {key: str(value) for key, value in of.items()}


def selection(signal):
    if signal.mux_val_grp:
        ranges = ["%d-%d" % (low, high) for low, high in signal.mux_val_grp]
        return signal.muxer_for_signal + " " + ",".join(ranges)
    return "" if signal.mux_val is None else "m%d" % signal.mux_val


def signal(of):
    return {
        "start": of.get_startbit(bit_numbering=1),
        "length": of.size,
        "little": bool(of.is_little_endian),
        "signed": bool(of.is_signed),
        "float": bool(of.is_float),
        "factor": number(of.factor),
        "offset": number(of.offset),
        "unit": of.unit or "",
        "receivers": sorted(of.receivers),
        "labels": {str(key): value for key, value in of.values.items()},
        "comment": of.comment or "",
        "selects": bool(of.is_multiplexer),
        "selection": selection(of),
        "attributes": attributes(of.attributes),
    }


def message(of):
    return {
        "id": of.arbitration_id.id,
        "extended": bool(of.arbitration_id.extended),
        "length": of.size,
        "fd": bool(of.is_fd),
        "cycle": of.cycle_time,
        "transmitters": sorted(of.transmitters),
        "comment": of.comment or "",
        "attributes": attributes(of.attributes),
        "signals": {each.name: signal(each) for each in of.signals},
    }


def raw(decoded):
    return number(decoded.raw_value) if decoded.signal.is_float else str(decoded.raw_value)


def reading(decoded):
    return {"raw": raw(decoded), "physical": number(decoded.phys_value)}


def dump(path):
    matrix = load(path)
    said = {
        "messages": {each.name: message(each) for each in matrix.frames if each.name != INDEPENDENT},
        "nodes": sorted(each.name for each in matrix.ecus),
        "tables": {name: {str(k): v for k, v in table.items()} for name, table in matrix.value_tables.items()},
        "decoded": [],
    }
    if os.path.exists(path + ".payloads"):
        for line in open(path + ".payloads"):
            name, _, data = line.rstrip("\n").partition(" ")
            decoded = matrix.frame_by_name(name).decode(bytearray.fromhex(data))
            said["decoded"].append({key: reading(value) for key, value in decoded.items()})
    json.dump(said, sys.stdout)


def convert(path, target):
    matrix = load(path)
    # canmatrix gives this message, which is none, an identifier of its own
    matrix.del_frame(matrix.frame_by_name(INDEPENDENT))
    # and writes attributes of environment variables without the variable
    for variable in matrix.env_vars.values():
        variable.pop("attributes", None)
    canmatrix.formats.dumpp({"": matrix}, target, dbcExportEncoding="utf-8", dbcExportCommentEncoding="utf-8")


if sys.argv[1] == "dump":
    dump(sys.argv[2])
elif sys.argv[1] == "j1939":
    print(os.path.join(os.path.dirname(canmatrix.__file__), "j1939.dbc"))
else:
    convert(sys.argv[2], sys.argv[3])
