package dev.underpin.cloud.http;

import java.security.Principal;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.io.ssl.SslConnection.DecryptedEndPoint;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;

/** Replaces whatever the client said of its identity by the common name of the certificate that its connection proved. */
final class PeerFromCertificate implements HttpConfiguration.Customizer {
    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        HttpFields.Mutable fields = HttpFields.build(request.getHttpFields());
        fields.put(Dispatch.PEER_HEADER, peer(request));
        request.setHttpFields(fields);
    }

    private static String peer(Request request) {
        if (request.getHttpChannel().getEndPoint() instanceof DecryptedEndPoint tls) {
            try {
                return commonName(
                        tls.getSslConnection().getSSLEngine().getSession().getPeerPrincipal());
            } catch (SSLPeerUnverifiedException anonymous) {
                return "";
            }
        }
        return "";
    }

    private static String commonName(Principal subject) {
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
