package org.quotecheck.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** The function answered an event with an error of its own, as AWS would tell the caller. */
public final class FunctionFailed extends RuntimeException {

    FunctionFailed(JsonNode error) {
        super(error.toString());
    }
}
