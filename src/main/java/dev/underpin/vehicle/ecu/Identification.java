package dev.underpin.vehicle.ecu;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.DataIdentifier;
import dev.underpin.vehicle.ecu.boot.Programming;
import dev.underpin.vehicle.ecu.flash.ImageHeader;
import dev.underpin.vehicle.ecu.table.DidAccess;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The data identifiers of one control unit: those that every one answers by itself, and those bound by its application. */
final class Identification {
    private static final int FINGERPRINT_BYTES = 16;
    private static final int FIRST_IDENTIFICATION = 0xF100;
    private static final int LAST_IDENTIFICATION = 0xF1FF;

    private final EcuSpec spec;
    private final EcuParts parts;
    private final NonVolatile storage;
    private final Software software;
    private final Map<String, Supplier<Object>> builtIn = new LinkedHashMap<>();
    private final Map<Integer, DataIdentifier> identifiers = new LinkedHashMap<>();

    Identification(EcuSpec spec, EcuParts parts, NonVolatile storage, Software software, Supplier<Session> session) {
        this.spec = spec;
        this.parts = parts;
        this.storage = storage;
        this.software = software;
        fillIn(session);
    }

    /** Whether the control unit answers it by itself, also from its boot loader. */
    boolean isBuiltIn(DidSpec did) {
        return builtIn.containsKey(did.name());
    }

    /** Makes every identifier of the table answer; {@code fingerprinted} runs when a tester wrote its fingerprint. */
    void answer(BoundValues bound, Runnable fingerprinted) {
        for (DidSpec did : spec.dids()) {
            identifiers.put(
                    did.did(), isBuiltIn(did) ? ownIdentifier(did, fingerprinted) : boundIdentifier(did, bound));
        }
    }

    /** The identifier of that number; in the boot loader only identification is there. */
    @Nullable
    DataIdentifier of(int did, boolean application) {
        boolean identifies = did >= FIRST_IDENTIFICATION && did <= LAST_IDENTIFICATION;
        return application || identifies ? identifiers.get(did) : null;
    }

    private void fillIn(Supplier<Session> session) {
        builtIn.put("BootSoftware", () -> "BL-" + spec.hardware());
        builtIn.put("ActiveSession", () -> session.get().id());
        builtIn.put("SparePart", spec::part);
        builtIn.put("SerialNumber", parts::serial);
        builtIn.put("Vin", parts::vin);
        builtIn.put("ObdVin", parts::vin);
        builtIn.put("HardwareNumber", spec::hardware);
        builtIn.put("ApplicationSoftware", this::version);
        builtIn.put("SoftwareVersion", this::version);
        builtIn.put("Fingerprint", () -> fingerprint("Fingerprint"));
        builtIn.put("ApplicationFingerprint", () -> fingerprint("ApplicationFingerprint"));
        builtIn.put("ImageSha256", () -> HexFormat.of().parseHex(known(software.sha256())));
        builtIn.put(
                "ReleaseCounter",
                () -> software.header().map(ImageHeader::releaseCounter).orElseThrow(Identification::unknown));
    }

    private Object version() {
        return known(software.version());
    }

    private static String known(String text) {
        if (text.isEmpty()) {
            throw unknown();
        }
        return text;
    }

    private static NegativeResponse unknown() {
        return new NegativeResponse(Nrc.CONDITIONS_NOT_CORRECT);
    }

    private Object fingerprint(String name) {
        return storage.get(name).map(HexFormat.of()::parseHex).orElseGet(() -> new byte[FINGERPRINT_BYTES]);
    }

    private DataIdentifier ownIdentifier(DidSpec did, Runnable fingerprinted) {
        Supplier<Object> value = java.util.Objects.requireNonNull(builtIn.get(did.name()));
        DataIdentifier readable =
                DataIdentifier.readOnly(did.did(), did.name(), did.length(), () -> did.encode(value.get()));
        return did.access().contains(DidAccess.WRITE)
                ? readable.writableWith(Programming.ACCESS, stored(did, fingerprinted))
                : readable;
    }

    private Function<byte[], Nrc> stored(DidSpec did, Runnable fingerprinted) {
        return bytes -> {
            storage.put(did.name(), HexFormat.of().formatHex(bytes));
            fingerprinted.run();
            return Nrc.POSITIVE;
        };
    }

    private static DataIdentifier boundIdentifier(DidSpec did, BoundValues bound) {
        Supplier<?> value = bound.reader(did.name());
        DataIdentifier readable =
                DataIdentifier.readOnly(did.did(), did.name(), did.length(), () -> did.encode(value.get()));
        if (!did.access().contains(DidAccess.WRITE)) {
            return readable;
        }
        return readable.accepting(did::accepts).writableWith(Access.in(Session.EXTENDED), bytes -> {
            bound.writer(did.name()).accept(did.number(bytes));
            return Nrc.POSITIVE;
        });
    }
}
