package dev.underpin.mistake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the line on which a field of a YAML text stands. */
final class YamlLines {
    private final Optional<Node> root;

    YamlLines(String text) {
        root = new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
    }

    /** The line, from 1, of the field at {@code path} (names and positions from the root), or of its nearest parent that exists. */
    int lineOf(List<String> path) {
        int line = 1;
        Node node = root.orElse(null);
        for (String step : path) {
            if (node instanceof MappingNode mapping) {
                NodeTuple entry = entry(mapping, step);
                if (entry == null) {
                    return line;
                }
                line = line(entry.getKeyNode());
                node = entry.getValueNode();
            } else if (node instanceof SequenceNode sequence) {
                node = sequence.getValue().get(Integer.parseInt(step));
                line = line(node);
            }
        }
        return line;
    }

    private static @Nullable NodeTuple entry(MappingNode mapping, String name) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                return tuple;
            }
        }
        return null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
