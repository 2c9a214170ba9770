/**
 * Errors as problems (RFC 9457), their pages, and the single mapper of what is thrown.
 *
 * <p>Knows settings alone.
 *
 * <p>Doors: {@link org.quotecheck.problem.Problem}, {@link org.quotecheck.problem.ProblemType}, and for the errors of
 * others' interfaces {@link org.quotecheck.problem.ErrorForm}.
 */
package org.quotecheck.problem;
