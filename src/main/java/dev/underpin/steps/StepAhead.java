package dev.underpin.steps;

import java.util.List;

/**
 * A step of a scenario before it runs.
 *
 * @param method the glue method that it will call, as {@code class.method(parameter types)}
 * @param arguments the texts of its arguments as they stand in the step
 * @param table the cells of its table; empty without one
 */
public record StepAhead(String method, List<String> arguments, List<List<String>> table) {}
