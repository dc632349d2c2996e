package io.factuur.security.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.TestApi;
import io.factuur.UiTest;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditEvent.Outcome;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditViewTest extends UiTest {

    @Autowired
    AuditLog log;

    @Autowired
    TestApi api;

    @Test
    void theOperatorFindsARefusalByItsWords() {
        String subject = "@" + UUID.randomUUID();
        log.recordAlways(AuditEvent.refused("somebody", "test.look", null, subject));
        log.recordAlways(AuditEvent.done("somebody", "test.look", null, subject));
        Person operator = people.operator();
        signIn(operator);
        AuditView view = open("operator/audit?q=" + subject + "&outcome=REFUSED", AuditView.class);
        assertThat(_size(view.grid)).isEqualTo(1);
        assertThat(_get(view.grid, 0).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(view.export.getHref()).contains("api/v1/audit/export.csv");
        api.as(operator)
                .get("/api/v1/audit/export.csv?text=" + subject)
                .hasStatusOk()
                .bodyText()
                .contains("test.look")
                .contains("'" + subject);
    }
}
