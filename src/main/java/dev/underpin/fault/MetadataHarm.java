package dev.underpin.fault;

/** What an attacker does to Uptane metadata on its way: with nothing but the wire, or with the keys of the repository (stolen). */
public enum MetadataHarm {
    /** No signature. */
    UNSIGNED(false),
    /** A signature that is none. */
    BAD_SIGNATURE(false),
    /** The name of a key that nobody has. */
    BAD_KEY_ID(false),
    /** Signed, but with keys of the attacker's own. */
    FOREIGN_KEY(false),
    /** Changed after it was signed. */
    CONTENT_CHANGED(false),
    /** More bytes than may be read. */
    OVERSIZED(false),
    /** Brackets in brackets, 2,000 deep. */
    DEEP_NESTING(false),
    /** No JSON any more. */
    INVALID_JSON(false),
    /** A member of that name twice. */
    NAME_TWICE(false),
    /** The genuine file of another role in its place. */
    OTHER_ROLE(false),
    /** Always the file that came first since then, however old. */
    FROZEN(false),
    /** One signature less than the threshold. */
    ONE_SIGNATURE_LESS(true),
    /** The same signature twice instead of two. */
    SAME_KEY_TWICE(true),
    /** Expired an hour ago. */
    EXPIRED(true),
    /** The version before. */
    VERSION_LOWER(true),
    /** A version far ahead: a fast-forward. */
    VERSION_HIGHER(true),
    /** The same version, but it says something else. */
    VERSION_SAME(true),
    /** The version after the next; of Root alone. */
    VERSION_SKIPPED(true),
    /** Lists no file. */
    LISTS_NOTHING(true),
    /** Lists another version than there is. */
    LISTS_ANOTHER(true),
    /** Targets of another vehicle. */
    OTHER_VEHICLE(true),
    /** Targets with two images for one control unit. */
    UNIT_TWICE(true),
    /** Targets for a control unit that the vehicle does not have. */
    UNIT_UNKNOWN(true),
    /** Targets with another length of an image. */
    OTHER_LENGTH(true),
    /** Targets with another hash of an image: a rogue image. */
    OTHER_HASH(true),
    /** Targets with other hashes of all images. */
    EVERY_HASH(true),
    /** Targets for other hardware. */
    OTHER_HARDWARE(true),
    /** Targets with a higher release counter. */
    OTHER_RELEASE(true),
    /** Targets that delegate. */
    DELEGATES(true),
    /** Targets whose name of an image climbs out of its folder. */
    PATH_IN_NAME(true),
    /** Targets whose name of an image has characters that no name has. */
    ODD_NAME(true),
    /** Targets whose first two images depend on each other. */
    DEPENDS_IN_CIRCLE(true),
    /** Targets whose first image depends on a control unit that gets none. */
    DEPENDS_ON_ABSENT(true),
    /** Targets without images. */
    NO_TARGETS(true);

    private final boolean signed;

    MetadataHarm(boolean signed) {
        this.signed = signed;
    }

    /** Whether it is signed with the keys of the repository as they were before any rotation. */
    public boolean withStolenKeys() {
        return signed;
    }
}
