package dev.underpin.cloud.http;

import dev.underpin.cloud.trust.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A refusal: an HTTP status and a JSON body {@code {"error_code","message"}} with the code in kebab case. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient ObjectNode detail;

    public ApiError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.detail = Json.object();
    }

    /** The same refusal with one more member in its body. */
    public ApiError with(String member, JsonNode value) {
        detail.set(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** The code of the refusal, for machines. */
    public String code() {
        return code;
    }

    Reply reply() {
        ObjectNode body = Json.object().put("error_code", code).put("message", getMessage());
        body.setAll(detail);
        return Reply.json(status, body);
    }
}
