package org.quotecheck.deployment;

/** A task that says too little, or names what is not there. The operator reads its message. */
public final class WrongTask extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public WrongTask(String message) {
        super(message);
    }
}
