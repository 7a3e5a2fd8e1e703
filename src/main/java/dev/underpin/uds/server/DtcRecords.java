package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Records of service 0x19 responses, as they follow the sub-function. */
final class DtcRecords {
    /** DTCFormatIdentifier of SAE J2012-DA format 00: the two bytes of the code and a failure type byte. */
    static final byte FORMAT = 0x00;

    private static final int ALL_RECORDS = 0xFF;

    private final int availabilityMask;

    DtcRecords(int availabilityMask) {
        this.availabilityMask = availabilityMask;
    }

    byte[] count(List<DtcRecord> dtcs) {
        return new byte[] {(byte) availabilityMask, FORMAT, (byte) (dtcs.size() >> 8), (byte) dtcs.size()};
    }

    byte[] list(List<DtcRecord> dtcs) {
        return listBehind(new byte[] {(byte) availabilityMask}, dtcs);
    }

    byte[] listBehind(byte[] head, List<DtcRecord> dtcs) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(head);
        dtcs.forEach(dtc -> write(dtc, record));
        return record.toByteArray();
    }

    byte[] severities(List<DtcRecord> dtcs, FaultMemoryView faults) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(availabilityMask);
        for (DtcRecord dtc : dtcs) {
            record.write(faults.severity(dtc.code()));
            record.write(faults.functionalUnit(dtc.code()));
            write(dtc, record);
        }
        return record.toByteArray();
    }

    byte[] bySeverity(byte[] head, List<DtcRecord> dtcs, FaultMemoryView faults) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(head);
        for (DtcRecord dtc : dtcs) {
            record.write(faults.severity(dtc.code()));
            write(dtc, record);
        }
        return record.toByteArray();
    }

    static byte[] counters(List<DtcRecord> dtcs, FaultMemoryView faults) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (DtcRecord dtc : dtcs) {
            writeCode(dtc, record);
            record.write(faults.detection(dtc.code()));
        }
        return record.toByteArray();
    }

    static byte[] snapshotNumbers(FaultMemoryView faults) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (DtcRecord dtc : faults.supported()) {
            faults.snapshots(dtc.code()).forEach(snapshot -> {
                writeCode(dtc, record);
                record.write(snapshot.number());
            });
        }
        return record.toByteArray();
    }

    byte[] snapshots(DtcRecord dtc, FaultMemoryView faults, int number) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        write(dtc, record);
        faults.snapshots(dtc.code()).stream()
                .filter(snapshot -> isAsked(snapshot.number(), number))
                .forEach(snapshot -> {
                    record.write(snapshot.number());
                    writeValues(snapshot, record);
                });
        return record.toByteArray();
    }

    byte[] snapshotsByNumber(FaultMemoryView faults, int number) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (DtcRecord dtc : faults.supported()) {
            faults.snapshots(dtc.code()).stream()
                    .filter(snapshot -> isAsked(snapshot.number(), number))
                    .forEach(snapshot -> {
                        record.write(snapshot.number());
                        write(dtc, record);
                        writeValues(snapshot, record);
                    });
        }
        return record.size() == 0 ? new byte[] {(byte) number} : record.toByteArray();
    }

    byte[] extendedData(DtcRecord dtc, FaultMemoryView faults, int number) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        write(dtc, record);
        faults.extendedData(dtc.code()).stream()
                .filter(data -> isAsked(data.number(), number))
                .forEach(data -> {
                    record.write(data.number());
                    record.writeBytes(data.data());
                });
        return record.toByteArray();
    }

    byte[] extendedByNumber(FaultMemoryView faults, int number) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(number);
        for (DtcRecord dtc : faults.supported()) {
            faults.extendedData(dtc.code()).stream()
                    .filter(data -> data.number() == number)
                    .forEach(data -> {
                        write(dtc, record);
                        record.writeBytes(data.data());
                    });
        }
        return record.toByteArray();
    }

    byte[] withExtended(List<DtcRecord> dtcs, int number) {
        return listBehind(new byte[] {(byte) availabilityMask, (byte) number}, dtcs);
    }

    static byte[] behind(int first, byte[] record) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(first);
        whole.writeBytes(record);
        return whole.toByteArray();
    }

    private static boolean isAsked(int number, int asked) {
        return asked == ALL_RECORDS || asked == number;
    }

    private static void writeValues(FaultMemoryView.Snapshot snapshot, ByteArrayOutputStream record) {
        record.write(snapshot.values().size());
        for (FaultMemoryView.Value value : snapshot.values()) {
            record.write(value.did() >> 8);
            record.write(value.did());
            record.writeBytes(value.data());
        }
    }

    private void write(DtcRecord dtc, ByteArrayOutputStream record) {
        writeCode(dtc, record);
        record.write(dtc.status() & availabilityMask);
    }

    private static void writeCode(DtcRecord dtc, ByteArrayOutputStream record) {
        record.write(dtc.code() >> 16);
        record.write(dtc.code() >> 8);
        record.write(dtc.code());
    }
}
