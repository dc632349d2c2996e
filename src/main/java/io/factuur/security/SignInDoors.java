package io.factuur.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The other houses whose word counts at the sign-in page, as configured. */
@Component
public class SignInDoors {

    private final List<Door> doors = new ArrayList<>();

    SignInDoors(ObjectProvider<ClientRegistrationRepository> registrations) {
        if (registrations.getIfAvailable() instanceof Iterable<?> all) {
            for (Object one : all) {
                if (one instanceof ClientRegistration registration) {
                    doors.add(new Door(
                            registration.getClientName(), "oauth2/authorization/" + registration.getRegistrationId()));
                }
            }
        }
    }

    /** @param path without a leading slash */
    public record Door(String name, String path) {}

    public List<Door> list() {
        return List.copyOf(doors);
    }
}
