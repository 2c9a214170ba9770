package org.quotecheck.interchange;

import java.util.List;

/** Revisions of the protocol that are spoken here, the newest first. */
final class McpVersion {

    /** Says its version, client and capabilities with every request. */
    static final String STATELESS = "2026-07-28";
    /** The last one that begins with a handshake. */
    static final String LAST_WITH_HANDSHAKE = "2025-11-25";
    /** Has batches, and no header for its version. */
    static final String WITH_BATCHES = "2025-03-26";

    static final List<String> ALL = List.of(STATELESS, LAST_WITH_HANDSHAKE, "2025-06-18", WITH_BATCHES);

    private McpVersion() {}

    /** That the client asks for in its handshake, or the nearest that there is. */
    static String agreed(String asked) {
        return ALL.contains(asked) && !asked.equals(STATELESS) ? asked : LAST_WITH_HANDSHAKE;
    }
}
