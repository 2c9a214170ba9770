package org.quotecheck.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Type;
import org.quotecheck.checkability.Checkability;
import org.quotecheck.digest.StoredList;

/** What a claim says as reviewers work on it, with what it is identified, ranked and found by. */
@Embeddable
public class WorkingWords {

    String text;

    String language;

    @Column(name = "claimant_name")
    String claimantName;

    @Column(name = "claimant_type")
    @Enumerated(EnumType.STRING)
    Claimant.Type claimantType;

    @Column(name = "claimant_job_title")
    String claimantJobTitle;

    @Column(name = "claimant_same_as")
    @Type(StoredList.OfTexts.class)
    String[] claimantSameAs;

    @Column(name = "claim_date")
    LocalDate claimDate;

    String identity;

    float checkability;

    @Column(name = "search_text")
    String searchText;

    @Column(name = "claimant_key")
    String claimantKey;

    public void say(RewordClaim words) {
        text = words.text();
        language = words.language();
        claimDate = words.claimDate();
        var claimant = words.claimant();
        claimantName = claimant == null ? null : claimant.name();
        claimantType = claimant == null ? null : claimant.type();
        claimantJobTitle = claimant == null ? null : claimant.jobTitle();
        claimantSameAs = claimant == null || claimant.sameAs() == null
                ? null
                : claimant.sameAs().toArray(String[]::new);
        identity = words.identity();
        checkability = (float) Checkability.of(text).score();
        searchText = SearchText.of(text, claimantName);
        claimantKey = SearchText.key(claimantName);
    }

    /** Whether this release knows what kind of claimant it is. */
    public boolean isReadable() {
        return (claimantName == null) == (claimantType == null);
    }

    /** Whether the claimant's other names can be read. */
    public boolean isSameAsReadable() {
        return !StoredList.isUnreadable(claimantSameAs);
    }

    /** As clients see them. */
    public ClaimWords words() {
        return new ClaimWords(text, claimant(), claimDate, language);
    }

    /** As they would be sent. */
    public RewordClaim input() {
        return new RewordClaim(text, claimant(), claimDate, language);
    }

    private Claimant claimant() {
        return claimantName == null || claimantType == null // of a type that only a later release knows
                ? null
                : new Claimant(
                        claimantName,
                        claimantType,
                        claimantJobTitle,
                        claimantSameAs == null || !isSameAsReadable() ? null : List.of(claimantSameAs));
    }
}
