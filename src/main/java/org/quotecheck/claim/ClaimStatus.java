package org.quotecheck.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Where the work on a claim stands; what was found is its verdict. */
public enum ClaimStatus {
    SUBMITTED("submitted"), IN_REVIEW("in_review"), PROPOSED("proposed"), PUBLISHED("published"),
            RETRACTED("retracted"), DUPLICATE("duplicate"), NOT_CHECKABLE("not_checkable"), REJECTED("rejected");

    @JsonValue
    @EnumeratedValue
    final String code;

    ClaimStatus(String code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return code;
    }
}
