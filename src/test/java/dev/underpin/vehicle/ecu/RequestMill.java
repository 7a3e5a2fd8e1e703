package dev.underpin.vehicle.ecu;

import dev.underpin.time.Entropy;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Requests that the table of a control unit calls right, and what a little change makes of them. */
final class RequestMill {
    private static final List<String> COMMON = List.of(
            "1001 1002 1003 1003 1083 1103 14FFFFFF 14FFFFFF01 190108 1902FF 1903 190501 1907E0FF 1908E0FF 190A 190B 190C 190D 190E 1914 1915",
            "191601 1917FF01 191A01 194233FFE0 195533 19563301 22F190 22F190F18C 22F186 2701 2702000102030405060708090A0B0C0D0E0F 280001 280301",
            "2900 2908 2901000001000000 2903000101 0000 2904 2905 2A01 2A0401 2A03F0 2C01F2F0F1900104 2C02F2F014004000000A 2C03 2C03F2F0",
            "2EF15A000102030405060708090A0B0C0D0E0F 2F493103 2F49310301 2F754400 3101FF00 31010202 3101F010 3101F012 34004400000000 00000100",
            "3500140040000010 3601 360100010203 37 380100016100010404 3804000161 00 38050001 2F00 38020001 61 3D1400400000 0407 3E00 3E80",
            "8400210000100001 22F186 8501 8502 860102 01190108 860302 F18622F186 860402 860502 860002 860602 870112 870207A120 8703");

    private final Entropy chance;
    private final List<byte[]> right = new ArrayList<>();

    RequestMill(EcuSpec spec, Entropy chance) {
        this.chance = chance;
        String common = String.join(" ", COMMON);
        for (String request : common.split(" ")) {
            right.add(HexFormat.of().parseHex(request));
        }
        spec.dids().forEach(did -> add("22%04X", did.did()));
        spec.dids().forEach(did -> add("24%04X", did.did()));
        spec.dids().forEach(did -> add("2F%04X02", did.did()));
        spec.dids().forEach(did -> add("2E%04X" + "00".repeat(did.length()), did.did()));
        spec.routines()
                .forEach(routine -> IntStream.rangeClosed(1, 3)
                        .forEach(step -> add("31%02X%04X" + "00".repeat(routine.options()), step, routine.rid())));
        spec.dtcs().forEach(dtc -> add("1904%06X01", dtc.code()));
        spec.dtcs().forEach(dtc -> add("1906%06XFF", dtc.code()));
        spec.dtcs().forEach(dtc -> add("1909%06X", dtc.code()));
        spec.dtcs().forEach(dtc -> add("14%06X", dtc.code()));
        spec.further().memory().forEach(range -> add("2314%08X04", (int) range.address()));
    }

    byte[] next() {
        byte[] good = right.get((int) chance.below(right.size()));
        byte[] request = good.clone();
        switch ((int) chance.below(8)) {
            case 0 -> request[(int) chance.below(request.length)] = (byte) chance.below(256);
            case 1 -> request[(int) chance.below(request.length)] ^= (byte) (1 << chance.below(8));
            case 2 -> request = Arrays.copyOf(request, 1 + (int) chance.below(request.length + 4L));
            case 3 -> request = swapped(good);
            case 4 -> request[Math.min(1, request.length - 1)] |= (byte) 0x80;
            case 5 -> request = chance.bytes(1 + (int) chance.below(12));
            default -> request[0] = good[0];
        }
        return request;
    }

    /** The head of one with the tail of another. */
    private byte[] swapped(byte[] head) {
        byte[] tail = right.get((int) chance.below(right.size()));
        byte[] both = Arrays.copyOf(head, Math.max(head.length, tail.length));
        int cut = 1 + (int) chance.below(both.length);
        if (cut < tail.length) {
            System.arraycopy(tail, cut, both, cut, tail.length - cut);
        }
        return both;
    }

    private void add(String form, Object... parts) {
        right.add(HexFormat.of().parseHex(form.formatted(parts)));
    }
}
