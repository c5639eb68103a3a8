//! Memberships, made and changed the way people do it.

use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::{Actor, Answer, App};

impl App {
    /// Makes somebody a member: the family's founder invites, they accept and sign in again.
    pub(crate) async fn join(&self, actor: &Actor, family: &str, role: &str) -> Actor {
        let founder = self.founder(family).await;
        let token = self.invite(&founder, family, &json!({ "role": role })).await;
        self.accept(actor, &token).await.expect(200);
        self.login(actor).await
    }

    /// Who made the family, with a token that is good now.
    async fn founder(&self, family: &str) -> Actor {
        let founder = self.founders.lock().unwrap()[family].clone();
        if self.get(&founder, "/api/account").await.status == StatusCode::OK {
            return founder;
        }
        let founder = self.login(&founder).await;
        self.founders.lock().unwrap().insert(family.to_owned(), founder.clone());
        founder
    }

    /// An invitation's token.
    pub(crate) async fn invite(&self, owner: &Actor, family: &str, details: &Value) -> String {
        let made = self.create(owner, format!("/api/families/{family}/invites"), details).await.expect(201);
        made["token"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn accept(&self, actor: &Actor, token: &str) -> Answer {
        self.create(actor, "/api/invites/accept", &json!({ "token": token })).await
    }

    /// Limits a member to these children.
    pub(crate) async fn limit(&self, owner: &Actor, member: &Actor, family: &str, children: &[&str]) {
        self.change_member(owner, member, family, "only_children", json!(children)).await;
    }

    /// Pauses a membership.
    pub(crate) async fn freeze(&self, owner: &Actor, member: &Actor, family: &str) {
        self.change_member(owner, member, family, "frozen", json!(true)).await;
    }

    /// Gives a member another role.
    pub(crate) async fn set_role(&self, owner: &Actor, member: &Actor, family: &str, role: &str) {
        self.change_member(owner, member, family, "role", json!(role)).await;
    }

    /// A member as the list shows them.
    pub(crate) async fn member(&self, by: &Actor, member: &Actor, family: &str) -> Value {
        let members = self.get(by, format!("/api/families/{family}/members")).await.expect(200);
        members["items"].as_array().unwrap().iter().find(|one| one["user_id"] == member.user).cloned().unwrap()
    }

    async fn change_member(&self, owner: &Actor, member: &Actor, family: &str, name: &str, value: Value) {
        let now = self.member(owner, member, family).await;
        let mut details = json!({ "role": now["role"], "only_children": now["only_children"], "frozen": now["frozen"] });
        details[name] = value;
        let path = format!("/api/families/{family}/members/{}", member.user);
        self.replace(owner, path, now["rev"].as_u64().unwrap(), &details).await.expect(200);
    }

    /// Changes a membership by what it is kept as: `only_children`, `frozen_at`.
    pub(crate) async fn set_member(&self, actor: &Actor, family: &str, role: &str, more: &[(&'static str, AttributeValue)]) {
        let founder = self.founder(family).await;
        self.set_role(&founder, actor, family, role).await;
        for (name, value) in more {
            match (*name, value) {
                ("only_children", AttributeValue::L(children)) => {
                    let children: Vec<_> = children.iter().map(|child| child.as_s().unwrap().as_str()).collect();
                    self.limit(&founder, actor, family, &children).await;
                }
                ("frozen_at", AttributeValue::S(_)) => self.freeze(&founder, actor, family).await,
                other => panic!("a membership has no {other:?}"),
            }
        }
    }

    /// Takes a membership away.
    pub(crate) async fn remove_member(&self, actor: &Actor, family: &str) {
        let founder = self.founder(family).await;
        let path = format!("/api/families/{family}/members/{}", actor.user);
        self.call(Method::DELETE, path).token(&founder.token).send().await.expect(204);
    }
}
