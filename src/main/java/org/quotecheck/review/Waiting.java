package org.quotecheck.review;

import org.quotecheck.http.Choice;

/** What waits about a claim besides the claim itself. */
enum Waiting {
    /** Places that others sent. */
    APPEARANCES("c.id in (select claim_id from appearance where state = 'pending')"),
    /** What readers say is wrong. */
    REPORTS("c.open_reports > 0");

    final String condition;

    Waiting(String condition) {
        this.condition = condition;
    }

    /**
     * For query parameters
     *
     * @throws org.quotecheck.problem.Problem 400
     */
    static Waiting fromString(String code) {
        return Choice.of(Waiting.class, "waiting", code);
    }

    @Override
    public String toString() {
        return Choice.code(this);
    }
}
