package io.factuur.usage.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import io.factuur.UiTest;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.TestAccounts;
import io.factuur.usage.UsageCsv;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportsViewTest extends UiTest {

    @Autowired
    UsageImports imports;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsWhatCameOfAnImport() {
        Person operator = people.operator();
        Scope account = accounts.enrollment();
        UsageImport done = imports.run(
                UsageCsv.of(account.externalId(), "2025-03").add("s", "02", "1.25").stream(),
                ImportRequest.of("march.csv"),
                operator);
        signIn(operator);
        ImportsView view = open("operator/imports?import=" + done.id(), ImportsView.class);

        assertThat(_get(H1.class).getText()).isEqualTo("Imports");
        assertThat(view.panel.isVisible()).isTrue();
        assertThat(sentences(view)).anySatisfy(sentence -> assertThat(sentence)
                .contains("One row of the FOCUS 1.2 file is live")
                .contains("EUR 1.25"));
        assertThat(_get(view.grid, 0).id()).isEqualTo(done.id());
    }

    @Test
    void saysWhenCostsComeInAnotherCurrencyThanTheScopeIsBilledIn() {
        Person operator = people.operator();
        Scope account = accounts.enrollment();
        UsageImport done = imports.run(
                UsageCsv.of(account.externalId(), "2025-03")
                        .add("s", "02", "1.25")
                        .add("s", "03", "2.50", "BillingCurrency", "USD")
                        .add("s", "04", "2.50", "BillingCurrency", "USD")
                        .stream(),
                new ImportRequest("march.csv", ImportMode.REPLACE, false, true, Locale.ENGLISH),
                operator);
        signIn(operator);
        ImportsView view = open("operator/imports?import=" + done.id(), ImportsView.class);
        assertThat(sentences(view))
                .containsOnlyOnce("There are costs in USD, and " + account.name()
                        + " is billed in EUR. Each currency becomes an invoice of its own; is this the right file?");
    }

    @Test
    void namesUnknownAccountsAndLeadsToWhereTheyAreCreated() {
        Person operator = people.operator();
        String unknown = "nobody-" + UUID.randomUUID();
        UsageImport done = imports.run(
                UsageCsv.of(unknown, "2025-03").add("s", "02", "1").stream(), ImportRequest.of("a.csv"), operator);
        signIn(operator, Locale.forLanguageTag("nl"));
        ImportsView view = open("operator/imports?import=" + done.id(), ImportsView.class);

        assertThat(sentences(view)).anySatisfy(sentence -> assertThat(sentence).contains(unknown));
        assertThat(_find(view.panel, Anchor.class)).extracting(Anchor::getHref).contains("operator/accounts");
    }

    @Test
    void followsARunningImportAndCancelsIt() {
        Person operator = people.operator();
        jdbc.sql("""
                insert into usage_import (file_name, state, imported_by, started_at, seen_at, rows_read, bytes_read,
                    bytes_total)
                values ('slow.csv', 'RUNNING', :who, current_timestamp, current_timestamp, 1200, 50, 200)
                """).param("who", operator.username()).update();
        long id = jdbc.sql("select max(id) from usage_import where imported_by = :who")
                .param("who", operator.username())
                .query(Long.class)
                .single();
        signIn(operator);
        ImportsView view = open("operator/imports?import=" + id, ImportsView.class);
        assertThat(_get(view.panel, ProgressBar.class).getValue()).isEqualTo(25);

        _click(_get(view.panel, Button.class, spec -> spec.withText("Cancel import")));
        assertThat(imports.get(id, operator).state().name()).isEqualTo("CANCELLED");
        assertThat(_find(view.panel, ProgressBar.class)).isEmpty();
    }

    @Test
    void anUploadedFileIsFollowedToItsEnd() throws Exception {
        Person operator = people.operator();
        Scope account = accounts.enrollment();
        signIn(operator);
        ImportsView view = open("operator/imports", ImportsView.class);
        view.dryRun.setValue(true);
        UploadKt._upload(
                _get(Upload.class),
                "checked.csv",
                UsageCsv.of(account.externalId(), "2025-03")
                        .add("s", "02", "1.25")
                        .bytes());
        MockVaadin.clientRoundtrip(false);
        assertThat(_get(view.panel, H2.class).getText()).isEqualTo("checked.csv");

        Instant end = Instant.now().plusSeconds(30);
        long id = _get(view.grid, 0).id();
        while (!imports.get(id, operator).state().isOver()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(sentences(view)).anySatisfy(sentence -> assertThat(sentence).contains("would go in"));
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void isForTheOperatorOnly() {
        signIn(people.somebody());
        open("operator/imports");
        assertThat(_find(ImportsView.class)).isEmpty();
    }

    private static List<String> sentences(ImportsView view) {
        return _find(view.panel, Paragraph.class).stream()
                .map(Paragraph::getText)
                .toList();
    }
}
