#!/bin/sh
# Makes what is not there yet in the folder `secrets` beside this file: passwords, keys and the addresses that hold them.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
cd secrets

make() {
  [ -e "$1" ] || { "$2" >"$1.new" && mv "$1.new" "$1" && echo "made secrets/$1"; }
}
password() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
owner_url() { printf 'postgres://connector_owner:%s@database:5432/connector' "$(cat owner_password)"; }
worker_url() { printf 'postgres://connector_worker_login:%s@database:5432/connector' "$(cat worker_password)"; }
nats_config() {
  printf 'listen: 0.0.0.0:4222\nhttp: 127.0.0.1:8222\njetstream { store_dir: /data }\nauthorization { user: connector, password: "%s" }\n' "$(cat nats_password)"
}
api_url() { printf 'postgres://connector_api_login:%s@database:5432/connector' "$(cat api_password)"; }

for name in owner_password worker_password api_password metrics_token grafana_password nats_password; do make "$name" password; done
make master_key key
make owner_database_url owner_url
make worker_database_url worker_url
make api_database_url api_url
make nats_config nats_config
# Containers run as users of their own and must be able to read them; the folder is closed to everybody else.
chmod 0444 ./*
echo "Keep a copy of secrets/master_key elsewhere: without it no stored credential can be opened again."
