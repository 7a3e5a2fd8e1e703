package dev.underpin.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A kernel's modules and what each needs, as depmod found it ({@code modules.dep}: {@code path: needed, innermost last}). */
final class KernelModules {
    private final Map<String, List<String>> chains = new HashMap<>();

    /** @param dependencies the file {@code modules.dep} */
    static KernelModules read(Path dependencies) throws IOException {
        KernelModules modules = new KernelModules();
        for (String line : Files.readAllLines(dependencies, StandardCharsets.UTF_8)) {
            int colon = line.indexOf(':');
            List<String> chain = new ArrayList<>(List.of(line.substring(0, colon)));
            chain.addAll(List.of(line.substring(colon + 1).strip().split(" ")));
            chain.removeIf(String::isEmpty);
            modules.chains.put(name(line.substring(0, colon)), chain.reversed());
        }
        return modules;
    }

    /** The paths of these modules and of all that they need, in the order of loading; unknown ones are built into the kernel. */
    Set<String> toLoad(Collection<String> names) {
        Set<String> paths = new LinkedHashSet<>();
        names.forEach(name -> paths.addAll(chains.getOrDefault(name, List.of())));
        return paths;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.ko.*", "");
    }
}
