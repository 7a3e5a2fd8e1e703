package dev.underpin.doip;

/** Why a tester's message did not reach its target (ISO 13400-2:2019 clauses 7.3, 7.5, 7.7 and table 13). */
public sealed interface DoipFailure {
    /** In words. */
    String text();

    /** No connection: refused, or no answer in time. */
    record NotConnected(String entity, String text) implements DoipFailure {}

    /** The connection ended: by the entity, by the tester, or by a loss of supply. */
    record Ended(String entity, String text) implements DoipFailure {}

    /** Neither routing activation nor acknowledgement came in time (A_DoIP_Ctrl, A_DoIP_Diagnostic_Message). */
    record Overdue(String entity) implements DoipFailure {
        @Override
        public String text() {
            return "no answer in time from " + entity;
        }
    }

    /** Routing activation was denied with a code of {@link DoipCode}{@code .ACTIVATION_*}. */
    record ActivationDenied(String entity, int code) implements DoipFailure {
        @Override
        public String text() {
            return "routing activation denied by %s: %02X".formatted(entity, code);
        }
    }

    /** A header was refused with a code of {@link DoipCode}{@code .HEADER_*}. */
    record HeaderRefused(String entity, int code) implements DoipFailure {
        @Override
        public String text() {
            return "header refused by %s with %02X".formatted(entity, code);
        }
    }

    /** The message was refused with a code of {@link DoipCode}{@code .DIAGNOSTIC_*}. */
    record MessageRefused(String entity, int target, int code) implements DoipFailure {
        @Override
        public String text() {
            return "refused by the DoIP entity with %02X".formatted(code);
        }
    }
}
