package org.quotecheck.claim;

import java.time.Instant;
import java.util.Map;
import org.quotecheck.appearance.Appearance;
import org.quotecheck.appearance.AppearanceState;
import org.quotecheck.appearance.AppearanceView;
import org.quotecheck.appearance.Appearances;
import org.quotecheck.appearance.CorrectAppearance;
import org.quotecheck.security.Actor;

/** What one actor does to the places where a claim appeared; only what the public sees is a change of the claim. */
record Places(Claim claim, Actor actor, Instant now) {

    /**
     * Takes one that a submitter sent
     *
     * @param saidAs the claim, or the duplicate of it whose words stand there
     */
    void take(Appearance place, Claim saidAs, AppearanceState state) {
        place.belong(claim.id, saidAs.id, state, actor);
        record("appearance_added", null, Map.of("url", place.url(), "state", state));
    }

    /** Takes one that a reviewer found. */
    void add(Appearance place, CorrectAppearance found) {
        place.belong(claim.id, claim.id, found.state(), actor);
        place.correct(found.described(place));
        record("appearance_added", null, AppearanceView.of(place, place.isFirst(), false));
        settle(place, false);
    }

    /** Confirms, drops or corrects one. */
    void correct(Appearance place, CorrectAppearance found) {
        var before = place.input();
        if (found.equals(before)) {
            return;
        }
        place.correct(found);
        record("appearance_changed", before, found);
        settle(place, before.state() == AppearanceState.CONFIRMED);
    }

    void remove(Appearance place) {
        record("appearance_removed", place.input(), null);
        place.delete();
        if (place.isConfirmed()) {
            claim.touch(now);
        }
    }

    private void settle(Appearance place, boolean wasConfirmed) {
        if (place.isFirst()) {
            Appearance.flush();
            Appearances.onlyFirst(place);
        }
        if (place.isConfirmed() || wasConfirmed) {
            claim.touch(now);
        }
    }

    private void record(String action, Object before, Object after) {
        HistoryEntry.record(claim, action, actor, now, before, after);
    }
}
