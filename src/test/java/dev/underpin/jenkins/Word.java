package dev.underpin.jenkins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A word of a pipeline with what stands in its block.
 *
 * @param name such as {@code stage}
 * @param arguments its arguments; named ones are one map
 * @param variables the variables that a shell in it would see
 * @param inside the words of its block, in order
 */
record Word(String name, List<Object> arguments, Map<String, String> variables, List<Word> inside) {
    Word(String name, List<Object> arguments, Map<String, String> variables) {
        this(name, arguments, variables, new ArrayList<>());
    }

    /** This word and all inside it, in order. */
    Stream<Word> all() {
        return Stream.concat(Stream.of(this), inside.stream().flatMap(Word::all));
    }

    /** The words of that name inside it, however deep. */
    List<Word> all(String wanted) {
        return all().filter(word -> word.name.equals(wanted)).toList();
    }

    /** The first word of that name inside it, however deep. */
    Word first(String wanted) {
        return all(wanted).getFirst();
    }

    /** Its only argument as text, or the one of that name. */
    String text(String argument) {
        Object first = arguments.isEmpty() ? "" : arguments.getFirst();
        return first instanceof Map<?, ?> named
                ? Objects.toString(named.get(argument), "")
                : Objects.toString(first, "");
    }
}
