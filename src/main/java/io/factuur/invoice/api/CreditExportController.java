package io.factuur.invoice.api;

import com.opencsv.CSVWriter;
import io.factuur.api.FileDownload;
import io.factuur.invoice.CreditBalances;
import io.factuur.invoice.CreditMonth;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The months of a scope's prepayments and credits as a CSV. */
@RestController
class CreditExportController {

    private static final String[] HEAD = {
        "Month", "Currency", "StartingCredit", "NewCredit", "Adjustments", "CreditAppliedTowardCharges", "EndingCredit"
    };

    private final CreditBalances balances;
    private final Scopes scopes;
    private final CurrentPerson me;

    CreditExportController(CreditBalances balances, Scopes scopes, CurrentPerson me) {
        this.balances = balances;
        this.scopes = scopes;
        this.me = me;
    }

    @GetMapping("/api/v1/scopes/{id}/credits.csv")
    void export(@PathVariable long id, HttpServletResponse response) throws IOException {
        Person person = me.get();
        List<CreditMonth> months = balances.months(id, person);
        String currency = scopes.get(id, person).scope().currency().getCurrencyCode();
        FileDownload.describe(response, "Credits_" + id + ".csv", "text/csv;charset=UTF-8");
        try (CSVWriter csv =
                new CSVWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeNext(HEAD, false);
            for (CreditMonth month : months) {
                csv.writeNext(
                        new String[] {
                            month.month().toString(),
                            currency,
                            month.starting().toPlainString(),
                            month.given().toPlainString(),
                            month.adjusted().toPlainString(),
                            month.applied().toPlainString(),
                            month.ending().toPlainString()
                        },
                        false);
            }
        }
    }
}
