package io.factuur.demo;

import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Files as operators get them: checked first, with a number that a spreadsheet broke, for nobody known, of no kind known. */
@Component
@Profile("demo")
@Order(30)
class DemoImports implements ApplicationRunner {

    private static final String HEADER =
            "BillingAccountId,Date,MeterId,MeterCategory,Cost,BillingCurrency,SubscriptionId\n";

    private final People people;
    private final UsageImports imports;

    DemoImports(People people, UsageImports imports) {
        this.people = people;
        this.imports = imports;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Person operator = people.findByUsername("operator").orElseThrow();
        if (imports.list(Long.MAX_VALUE, 100, operator).stream().anyMatch(DemoImports::isOurs)) {
            return;
        }
        String row = DemoScopes.POLDER + ",01/31/2020,m-1,Storage,12.50,EUR,\n";
        send("cost-details-check.csv", HEADER + row, true, operator);
        send("cost-details-from-excel.csv", HEADER + row + row.replace("12.50", "\"12,50\""), false, operator);
        send("cost-details-new-customer.csv", HEADER + row.replace(DemoScopes.POLDER, "5550123"), false, operator);
        send("subscriptions.csv", "Name;Subscription ID;Owner\n", false, operator);
    }

    private static boolean isOurs(UsageImport known) {
        return known.state() == ImportState.CHECKED || known.state() == ImportState.FAILED;
    }

    private void send(String name, String text, boolean dryRun, Person operator) {
        imports.run(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new ImportRequest(name, ImportMode.REPLACE, false, dryRun, Locale.ENGLISH),
                operator);
    }
}
