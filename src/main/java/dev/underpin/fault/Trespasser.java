package dev.underpin.fault;

/** Who calls the cloud without business there, and with what in his hands. */
public enum Trespasser {
    /** Nobody: no certificate, no token. */
    STRANGER,
    /** Another vehicle, with its own certificate and its own key. */
    OTHER_VEHICLE,
    /** Holds the vehicle's certificate and an overheard session token, not the vehicle's key. */
    TOKEN_THIEF,
    /** Holds the vehicle's certificate and sends an overheard request again, word for word. */
    REPLAYER,
    /** Holds the vehicle's certificate and an overheard session token; its proof of identity says that it is not signed. */
    UNSIGNED,
    /** Holds the vehicle's certificate and an overheard session token; its proof of identity is signed with a key of its own. */
    FORGER,
    /** Holds copies of the vehicle's certificate and key: a second vehicle with the same number; its session token is the first that was overheard. */
    CLONE,
    /** A technician on duty who may only read and guide, and who has not taken the session. */
    COLLEAGUE,
    /** A technician who is no longer on duty. */
    DISMISSED
}
