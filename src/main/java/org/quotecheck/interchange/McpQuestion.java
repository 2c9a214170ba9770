package org.quotecheck.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;

/** What is known of the message that is being answered, wherever the answer is made. */
@RequestScoped
class McpQuestion {

    private JsonNode id;

    /** Null where there is none, or none was read. */
    JsonNode id() {
        return id;
    }

    void id(JsonNode id) {
        this.id = id;
    }
}
