/**
 * Readers' reports of what is wrong, and the reviewers' answers.
 *
 * <p>Knows claims, and moves with them when they are merged ({@code ClaimMerged}).
 *
 * <p>Doors: {@code ClaimReportsResource}, {@code ReportsResource}.
 */
package org.quotecheck.report;
