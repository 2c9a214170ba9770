package org.quotecheck.interchange;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which pages may call the tools. What is public and reads no credentials may be called from any page; a service on a
 * developer's machine only from pages of that machine, or a site could reach it by rebinding its name (DNS rebinding).
 */
final class McpOrigins {

    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    private McpOrigins() {}

    /** @throws JsonRpcFault 403 */
    static void requireAllowed(List<String> origins, boolean onDevelopersMachine) {
        if (onDevelopersMachine
                && !origins.stream().allMatch(origin -> LOOPBACK.matcher(origin).matches())) {
            throw new JsonRpcFault(
                    403, JsonRpcFault.INVALID_REQUEST, "In dev mode, Origin must be one of this machine.");
        }
    }
}
