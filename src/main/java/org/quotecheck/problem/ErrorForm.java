package org.quotecheck.problem;

/** The form, as application/json, that errors have for clients of other APIs: theirs, not that of RFC 9457. */
public interface ErrorForm {

    boolean isOf(String path);

    /** What is written as JSON. */
    Object of(ProblemView problem);
}
