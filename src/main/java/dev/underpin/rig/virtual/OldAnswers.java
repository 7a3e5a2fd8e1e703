package dev.underpin.rig.virtual;

import dev.underpin.fault.CloudFault;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what the cloud answered, path by path, and gives an old answer in place of a new one when a fault says so. */
final class OldAnswers {
    private static final int REMEMBERED = 32;

    private final Map<String, Response> answers = new LinkedHashMap<>();
    private final List<CloudFault.OldAnswer> due = new ArrayList<>();

    /** Has the next exchange that the fault means answered with an old answer. */
    Runnable again(CloudFault.OldAnswer fault) {
        due.add(fault);
        return () -> due.remove(fault);
    }

    /** The way to the cloud with this in between. */
    HttpExchange between(HttpExchange cloud) {
        return request -> {
            for (CloudFault.OldAnswer fault : List.copyOf(due)) {
                Response old = request.path().matches(fault.path()) ? fitting(fault) : null;
                if (old != null) {
                    due.remove(fault);
                    return old;
                }
            }
            Response answer = cloud.exchange(request);
            remember(request.path(), answer);
            return answer;
        };
    }

    private void remember(String path, Response answer) {
        if (answer.body().length > 0 && answer.body()[0] == '{') {
            answers.remove(path);
            answers.put(path, answer);
            if (answers.size() > REMEMBERED) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
    }

    private @Nullable Response fitting(CloudFault.OldAnswer fault) {
        Response last = null;
        for (Map.Entry<String, Response> answer : answers.entrySet()) {
            boolean fits = answer.getKey().matches(fault.path())
                    && new String(answer.getValue().body(), StandardCharsets.UTF_8).matches(fault.holding());
            last = fits ? answer.getValue() : last;
        }
        return last;
    }
}
