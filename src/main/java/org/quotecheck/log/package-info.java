/**
 * The log of all published revisions, in one order and under one signature (RFC 9162), so that a chain rewritten from
 * its start shows too. It knows revisions and claims; its doors are {@code /v1/log} and the event of a changed claim.
 */
package org.quotecheck.log;
