package org.quotecheck.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quotecheck.Api;
import org.quotecheck.interchange.SitemapPages.ListedPage;
import org.quotecheck.task.RemoveContent;

/** How the sitemap is divided into files, with files of a few pages. */
@QuarkusTest
class SitemapPagesTest {

    private static final int MOST = 3;
    private static final int ALL = 20_000;

    @Inject
    SitemapPages sitemap;

    @Test
    void filesTogetherHaveEachPageOnce() {
        for (int i = 0; i < 2 * MOST + 1; i++) {
            Api.publish(Api.claim(Api.unique("Listed"), Api.uniqueUrl()), "false");
        }
        var all = sitemap.pages(null, ALL);
        var together = new ArrayList<ListedPage>();
        var files = sitemap.files(MOST);
        for (var file : files) {
            var pages = sitemap.pages(file.id(), MOST);
            assertThat(pages.size() > MOST).isEqualTo(!file.equals(files.getLast()));
            var own = pages.stream().limit(MOST).toList();
            assertThat(own.getFirst().id()).isEqualTo(file.id());
            assertThat(own.stream().map(ListedPage::changed).max(Instant::compareTo))
                    .contains(file.changed());
            together.addAll(own);
        }
        assertThat(together).isEqualTo(all).doesNotHaveDuplicates();
        assertThat(sitemap.files(ALL)).hasSize(1);
    }

    /** A correction of an old claim changes the file that has it, and leaves the others as they were. */
    @Test
    void fileChangesWithItsPages() {
        var corrected = Api.claim(Api.unique("Corrected"), Api.uniqueUrl());
        Api.publish(corrected, "false");
        for (int i = 0; i < MOST; i++) {
            Api.publish(Api.claim(Api.unique("Younger"), Api.uniqueUrl()), "false");
        }
        var before = sitemap.files(MOST);
        RemoveContent.correct(corrected, "We misread a table.");
        var after = sitemap.files(MOST);
        var changed = after.stream().filter(file -> !before.contains(file)).toList();
        assertThat(changed).hasSize(1);
        assertThat(sitemap.pages(changed.getFirst().id(), MOST).stream().limit(MOST))
                .extracting(ListedPage::id)
                .contains(UUID.fromString(corrected));
        assertThat(changed.getFirst().id()).isNotEqualTo(after.getFirst().id());
    }
}
