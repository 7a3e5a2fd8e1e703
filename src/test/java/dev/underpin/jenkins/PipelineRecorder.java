package dev.underpin.jenkins;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * Plays a declarative pipeline and writes down what it says. It knows of Jenkins what matters here: parameters become variables, a
 * matrix plays its stages once for each cell, a shell command that fails ends the steps of its stage but not what comes after them
 * ({@code post}), and {@code catchError} catches it; an abort it only catches where interruptions are not left out, and no stage begins
 * after one.
 */
final class PipelineRecorder {
    private static final Map<Path, Class<?>> COMPILED = new ConcurrentHashMap<>();

    private final Deque<Word> open = new ArrayDeque<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private Predicate<String> failing = command -> false;
    private Predicate<String> aborting = command -> false;
    private boolean aborted;

    /** A shell command that failed. */
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Somebody aborted the build during a shell command. */
    private static final class Aborted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Has shell commands fail. */
    PipelineRecorder failing(Predicate<String> commands) {
        failing = commands;
        return this;
    }

    /** Has somebody abort the build during such a shell command. */
    PipelineRecorder aborting(Predicate<String> commands) {
        aborting = commands;
        return this;
    }

    /** Gives a parameter another value than its default. */
    PipelineRecorder with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Plays a file. */
    Word play(Path file) throws IOException {
        PipelineScript script = (PipelineScript) InvokerHelper.createScript(compiled(file), new Binding());
        script.recordedBy(this);
        Word all = new Word("file", List.of(), Map.of());
        open.push(all);
        script.run();
        return all;
    }

    /** Compiled once, as that takes a second. */
    private static Class<?> compiled(Path file) throws IOException {
        Class<?> known = COMPILED.get(file);
        if (known == null) {
            CompilerConfiguration configuration = new CompilerConfiguration();
            configuration.setScriptBaseClass(PipelineScript.class.getName());
            known = new GroovyClassLoader(PipelineScript.class.getClassLoader(), configuration)
                    .parseClass(file.toFile());
            COMPILED.put(file, known);
        }
        return known;
    }

    /** A word of the pipeline. */
    @Nullable
    Object word(String name, List<Object> arguments, @Nullable Closure<?> block) {
        Word word = new Word(name, arguments, new TreeMap<>(variables));
        Word around = open.getFirst();
        if (aborted && name.equals("stage")) {
            return null;
        }
        if (name.equals("stages") && around.name().equals("matrix") && block != null) {
            cells(around, block);
            return null;
        }
        around.inside().add(word);
        if (name.equals("string") && around.name().equals("parameters")) {
            String parameter = word.text("name");
            variables.put(parameter, parameters.getOrDefault(parameter, word.text("defaultValue")));
        }
        if (name.equals("sh") && failing.test(expanded(word))) {
            throw new Died();
        }
        if (name.equals("sh") && !aborted && aborting.test(expanded(word))) {
            aborted = true;
            throw new Aborted();
        }
        if (name.equals("expression") && block != null) {
            word.inside().add(new Word(String.valueOf(block.call()), List.of(), Map.of()));
        } else if (block != null) {
            play(word, block);
        }
        return null;
    }

    /** A variable, or a word that stands alone. */
    Object variable(String name) {
        return switch (name) {
            case "env", "params" -> variables;
            default -> variables.getOrDefault(name, name);
        };
    }

    /** A shell command with its variables put in. */
    static String expanded(Word sh) {
        String command = sh.text("script");
        for (Map.Entry<String, String> variable : sh.variables().entrySet()) {
            command = command.replaceAll(
                    "\\$\\{?" + variable.getKey() + "\\b}?",
                    java.util.regex.Matcher.quoteReplacement(variable.getValue()));
        }
        return command;
    }

    private void play(Word word, Closure<?> block) {
        open.push(word);
        try {
            block.call();
        } catch (Died died) {
            if (!List.of("steps", "catchError").contains(word.name())) {
                throw died;
            }
        } catch (Aborted abort) {
            boolean swallowed = word.name().equals("catchError")
                    && !word.text("catchInterruptions").equals("false");
            if (!swallowed && !word.name().equals("steps")) {
                throw abort;
            }
            aborted &= !swallowed;
        } finally {
            open.pop();
        }
    }

    /** Plays the stages of a matrix once for each combination of its axes. */
    private void cells(Word matrix, Closure<?> stages) {
        List<Map<String, String>> cells = new ArrayList<>(List.of(Map.of()));
        for (Word axis : matrix.all("axis")) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> cell : cells) {
                for (Object value : axis.first("values").arguments()) {
                    Map<String, String> wider = new LinkedHashMap<>(cell);
                    wider.put(axis.first("name").text(""), String.valueOf(value));
                    more.add(wider);
                }
            }
            cells = more;
        }
        for (Map<String, String> cell : cells) {
            variables.putAll(cell);
            Word word = new Word("cell", List.of(cell), new TreeMap<>(variables));
            matrix.inside().add(word);
            play(word, stages);
            cell.keySet().forEach(variables::remove);
        }
    }
}
