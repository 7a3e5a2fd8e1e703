package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Records of service 0x19 responses, as they follow the sub-function. */
final class DtcRecords {
    /** DTCFormatIdentifier of SAE J2012-DA format 00: the two bytes of the code and a failure type byte. */
    private static final int FORMAT = 0x00;

    private final int availabilityMask;

    DtcRecords(int availabilityMask) {
        this.availabilityMask = availabilityMask;
    }

    byte[] count(List<DtcRecord> dtcs) {
        return new byte[] {(byte) availabilityMask, FORMAT, (byte) (dtcs.size() >> 8), (byte) dtcs.size()};
    }

    byte[] list(List<DtcRecord> dtcs) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(availabilityMask);
        dtcs.forEach(dtc -> write(dtc, record));
        return record.toByteArray();
    }

    byte[] snapshots(DtcRecord dtc, List<FaultMemoryView.Snapshot> snapshots) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        write(dtc, record);
        for (FaultMemoryView.Snapshot snapshot : snapshots) {
            record.write(snapshot.number());
            record.write(snapshot.values().size());
            for (FaultMemoryView.Value value : snapshot.values()) {
                record.write(value.did() >> 8);
                record.write(value.did());
                record.writeBytes(value.data());
            }
        }
        return record.toByteArray();
    }

    byte[] extendedData(DtcRecord dtc, List<FaultMemoryView.ExtendedData> data) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        write(dtc, record);
        for (FaultMemoryView.ExtendedData extended : data) {
            record.write(extended.number());
            record.writeBytes(extended.data());
        }
        return record.toByteArray();
    }

    private void write(DtcRecord dtc, ByteArrayOutputStream record) {
        record.write(dtc.code() >> 16);
        record.write(dtc.code() >> 8);
        record.write(dtc.code());
        record.write(dtc.status() & availabilityMask);
    }
}
