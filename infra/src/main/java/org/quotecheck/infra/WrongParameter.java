package org.quotecheck.infra;

/** A parameter is missing or wrong; the message is one sentence that says which, and what would be right. */
final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongParameter(String message) {
        super(message);
    }
}
