package dev.underpin.cloud.http;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;

/** Replaces whatever the client said of its identity by the common name of its certificate. */
final class PeerFromCertificate implements HttpConfiguration.Customizer {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        HttpFields.Mutable fields = HttpFields.build(request.getHttpFields());
        fields.remove(Dispatch.PEER_HEADER);
        if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0) {
            fields.put(Dispatch.PEER_HEADER, commonName(chain[0].getSubjectX500Principal()));
        }
        request.setHttpFields(fields);
    }

    private static String commonName(X500Principal subject) {
        try {
            return new LdapName(subject.getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException e) {
            return "";
        }
    }
}
