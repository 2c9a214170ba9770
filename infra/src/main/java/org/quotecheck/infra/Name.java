package org.quotecheck.infra;

/**
 * Of a deployment: in the names of all that an account can have once, so that several deployments fit into one account
 *
 * @param text lower-case letters, digits and single hyphens
 */
record Name(String text) {

    private static final int LONGEST = 20;

    /** Cognito takes no address with one of these. */
    private static final String REFUSED = ".*(aws|amazon|cognito).*";

    /** @throws WrongParameter where AWS would refuse it somewhere */
    static Name of(Parameters given) {
        var text = given.text("name", "[a-z][a-z0-9]*(-[a-z0-9]+)*", "quotecheck-staging")
                .orElse("quotecheck");
        if (text.length() > LONGEST) {
            throw new WrongParameter(
                    "The parameter name cannot be \"" + text + "\": it must have at most " + LONGEST + " characters.");
        }
        if (text.matches(REFUSED)) {
            throw new WrongParameter("The parameter name cannot be \"" + text
                    + "\": Cognito accepts no address with aws, amazon or cognito in it.");
        }
        return new Name(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
