# One target for each image that is stood in for. Each keeps what the official image promises to those who use it:
# paths, environment variables, ports, volumes, users; and no more.

FROM scratch AS system
ADD target/root.tar /
ENV LANG=C.UTF-8

FROM system AS temurin
COPY target/jdk /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk
ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

FROM temurin AS kafka
RUN useradd --create-home --uid 1000 appuser \
  && install -d -o appuser -g root -m 775 /opt/kafka/config /var/lib/kafka/data /mnt/shared/config /etc/kafka/docker
COPY target/kafka /opt/kafka/libs
COPY scripts/kafka /etc/kafka/docker
USER appuser
EXPOSE 9092
VOLUME ["/var/lib/kafka/data", "/mnt/shared/config"]
CMD ["/etc/kafka/docker/run"]

FROM temurin AS registry
COPY target/registry /deployments
USER 1001
EXPOSE 8080
ENV QUARKUS_HTTP_HOST=0.0.0.0
CMD ["java", "-XX:MaxRAMPercentage=50", "-jar", "/deployments/quarkus-run.jar"]

FROM system AS postgres
RUN useradd --uid 999 --home-dir /var/lib/postgresql postgres \
  && install -d -o postgres -g postgres /var/lib/postgresql /var/run/postgresql
ADD target/postgres/postgres-linux-x86_64.txz /usr/lib/postgresql/18
COPY scripts/postgres /usr/local/bin
ENV PATH=/usr/lib/postgresql/18/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ENV PGDATA=/var/lib/postgresql/18/docker
USER postgres
EXPOSE 5432
VOLUME ["/var/lib/postgresql"]
STOPSIGNAL SIGINT
ENTRYPOINT ["entrypoint"]
CMD ["postgres"]

FROM temurin AS mailpit
COPY target/mailpit /opt/greenmail
COPY scripts/mailpit/mailpit /mailpit
EXPOSE 1025 8025
ENTRYPOINT ["/mailpit"]
