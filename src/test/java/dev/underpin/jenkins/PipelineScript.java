package dev.underpin.jenkins;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a Jenkinsfile is to Groovy: each word of it that nobody knows goes to the recorder. */
public abstract class PipelineScript extends Script {
    private PipelineRecorder recorder = new PipelineRecorder();

    void recordedBy(PipelineRecorder other) {
        recorder = other;
    }

    /** A word with arguments or a block. */
    public Object methodMissing(String name, Object arguments) {
        List<Object> given = new ArrayList<>(Arrays.asList((Object[]) arguments));
        Closure<?> block = !given.isEmpty() && given.getLast() instanceof Closure<?> last ? last : null;
        if (block != null) {
            given.removeLast();
        }
        return recorder.word(name, given, block);
    }

    /** A word alone, such as {@code any}, or a variable. */
    public Object propertyMissing(String name) {
        return recorder.variable(name);
    }
}
