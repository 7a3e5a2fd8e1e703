package dev.underpin.cloud.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the route of a request by its method and path. Immutable. */
final class RouteTable {
    private final List<Candidate> candidates = new ArrayList<>();

    private record Candidate(Route route, String[] segments) {
        boolean fits(String method, String[] path) {
            if (path.length != segments.length || !route.method().equals(method)) {
                return false;
            }
            for (int i = 0; i < path.length; i++) {
                boolean variable = segments[i].startsWith("{");
                if (variable ? path[i].isEmpty() : !segments[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    RouteTable(List<Route> routes) {
        for (Route route : routes) {
            candidates.add(new Candidate(route, split(route.template())));
        }
    }

    /** The route for {@code method} and the path of {@code url}; of several the last. */
    Optional<Route> find(String method, String url) {
        int mark = url.indexOf('?');
        String[] path = split(mark < 0 ? url : url.substring(0, mark));
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (candidates.get(i).fits(method, path)) {
                return Optional.of(candidates.get(i).route());
            }
        }
        return Optional.empty();
    }

    private static String[] split(String path) {
        return path.split("/", -1);
    }
}
