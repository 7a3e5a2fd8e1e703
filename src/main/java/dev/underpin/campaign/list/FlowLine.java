package dev.underpin.campaign.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.campaign.flow.RemoteSupport;
import dev.underpin.campaign.flow.ScheduledUpdate;
import dev.underpin.campaign.flow.Update;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A flow as files write it.
 *
 * @param flow {@code update}, {@code scheduled-update} or {@code remote-support}
 * @param release of an update: the bundle; without it {@code small}
 * @param bearer {@code wifi} or {@code cellular}; without it {@code wifi}
 * @param driven of remote support: seconds of driving before; without it 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowLine(
        String flow,
        @Nullable String release,
        @Nullable String bearer,
        @Nullable Integer driven) {
    private static final String SMALL = "small";

    /** The flow that it means. */
    public Flow toFlow() {
        Bearer by = bearer == null ? Bearer.WIFI : Bearer.valueOf(bearer.toUpperCase(Locale.ROOT));
        String bundle = release == null ? SMALL : release;
        return switch (flow) {
            case "update" -> new Update(bundle, by);
            case "scheduled-update" -> new ScheduledUpdate(bundle, by);
            case "remote-support" -> new RemoteSupport(driven == null ? 0 : driven, by);
            default -> throw new IllegalArgumentException("no flow is called " + flow);
        };
    }

    /** A flow as a line: {@link #toFlow} gives an equal one. */
    public static FlowLine of(Flow flow) {
        return switch (flow) {
            case Update it -> new FlowLine(it.name(), it.release(), word(it.bearer()), null);
            case ScheduledUpdate it -> new FlowLine(it.name(), it.release(), word(it.bearer()), null);
            case RemoteSupport it -> new FlowLine(it.name(), null, word(it.bearer()), it.drivenSeconds());
        };
    }

    private static String word(Bearer bearer) {
        return bearer.name().toLowerCase(Locale.ROOT);
    }
}
